import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { AttentionWord, ModelWord, Verdict } from '../../src/components/verdict.tsx';
import { ModelChip, PersonChip, ToneChip } from '../../src/components/chips.tsx';
import { ConfirmWide } from '../../src/components/confirm-wide.tsx';
import { EmptyState } from '../../src/components/empty-state.tsx';
import { Figure } from '../../src/components/figure.tsx';
import { Key } from '../../src/components/key.tsx';
import { KeyBar } from '../../src/components/key-bar.tsx';
import { ModelBar } from '../../src/components/model-bar.tsx';
import { Spans } from '../../src/components/text/spans.tsx';
import { useHotkeys } from '../../src/lib/hotkeys/use-hotkeys.ts';
import { SampleChart } from './sample-chart.tsx';
import { SampleList } from './sample-list.tsx';

const menu = '반반치킨 (후라이드+양념)';
const spans = [
  { start: 0, end: 2, contribution: 0.4 },
  { start: 2, end: 4, contribution: 2.1 },
  { start: 6, end: 10, contribution: 1.6 },
  { start: 11, end: 13, contribution: -0.9 },
];
const hostile = '시\u200B발 <img src=x onerror="document.title=1">\u202Eneddih\u202C';

function Proposals() {
  return ['후라이드', '양념', '반반'].map((label, index) => (
    <Box
      key={label}
      sx={{ display: 'grid', gridTemplateColumns: '36px 160px 1fr 52px', alignItems: 'center', height: 40 }}
    >
      <Key combo={`Digit${index + 1}`} />
      <b>{label}</b>
      <ModelBar probability={0.71 / (index + 1)} label={label} />
      <Box sx={{ color: 'violet.main', textAlign: 'right' }}>{Math.round(71 / (index + 1))} %</Box>
    </Box>
  ));
}

/** Every component in its states, for eyes and for axe. Not part of the product. */
export function Gallery() {
  const [pressed, setPressed] = useState(0);
  const [isAsking, setIsAsking] = useState(false);
  useHotkeys([
    { id: 'gallery.accept', combo: 'KeyG', label: '받아들이기', run: () => setPressed((count) => count + 1) },
  ]);
  return (
    <Box component="main" sx={{ height: '100vh', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr) auto' }}>
      <Box sx={{ p: 4, borderBottom: 1, borderColor: 'divider' }}>
        <Verdict
          note="적용하면 대기 1,284건을 다시 채점합니다 · 한 번에 되돌릴 수 있음"
          actions={
            <>
              <Button variant="contained" color="primary" onClick={() => setIsAsking(true)}>
                승인하고 적용 <Key combo="Enter" isOnFill />
              </Button>
              <Button>돌려보내기</Button>
            </>
          }
        >
          후보 <ModelWord>v18</ModelWord>은 운영 <ModelWord>v17</ModelWord>보다 정확도가{' '}
          <ModelWord>1.8 %p 높고</ModelWord>, <AttentionWord>‘음료’ 구간은 0.6 %p 낮습니다.</AttentionWord>
        </Verdict>
        <Box sx={{ display: 'flex', gap: 6, mt: 4 }}>
          <Figure label="대기" value="1,284" />
          <Figure label="가장 오래된 건" value="1시간 40분" tone="attention" />
          <Figure label="오늘" value="142" unit="건" />
          <Figure label="내 교정이 바꾼 항목" value="1,930" tone="person" isAtEnd />
        </Box>
      </Box>
      <Box
        sx={{ overflow: 'auto', p: 5, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 6, alignContent: 'start' }}
      >
        <Box>
          <Proposals />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 4 }}>
            <PersonChip>치킨 › 반반</PersonChip>
            <ModelChip>후라이드 66 %</ModelChip>
            <ToneChip tone="persimmon">SLA 임박</ToneChip>
            <ToneChip tone="rose">악용</ToneChip>
            <ToneChip tone="amber">승인 대기</ToneChip>
            <ToneChip tone="neutral">초안</ToneChip>
          </Box>
          <Box sx={{ fontSize: 15, mb: 2 }}>
            <Spans text={menu} spans={spans} hasNumbers />
          </Box>
          <Box data-testid="hostile" sx={{ mb: 4 }}>
            <Spans text={hostile} spans={[{ start: 0, end: 3, contribution: 3 }]} />
          </Box>
          <TextField label="찾기" slotProps={{ htmlInput: { 'data-testid': 'field' } }} />
          <EmptyState title="검수 건이 없습니다" body="메뉴를 가져오면 생깁니다." action={<Button>가져오기</Button>} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <SampleChart />
          <SampleList />
        </Box>
      </Box>
      <KeyBar
        status="모두 저장됨 · 다음 8건 준비됨"
        entries={[
          { combo: 'Enter', label: '받아들이기', isMain: true },
          { combo: 'Digit1', lastCombo: 'Digit9', label: '고르기' },
          { combo: 'KeyG', label: `비슷한 23건에도 (${pressed})`, onPress: () => setPressed(pressed + 1) },
          { combo: 'KeyS', label: '건너뛰기', onPress: () => undefined },
        ]}
      />
      {isAsking ? (
        <ConfirmWide
          title="v18을 운영 모델로 올립니다"
          touches={[
            { label: '다시 채점할 검수 건', value: '1,284' },
            { label: '가게', value: '18' },
          ]}
          note="한 번에 되돌릴 수 있습니다."
          confirmLabel="올리기"
          onConfirm={async () => setPressed(100)}
          onClose={() => setIsAsking(false)}
        />
      ) : null}
    </Box>
  );
}
